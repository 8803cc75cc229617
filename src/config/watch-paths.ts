// Which folders to watch so that no change of a path goes unseen. A watch on a file follows the
// file and not its name: it goes deaf when another file is renamed over it. And a path may lead
// through links, each of which can be pointed elsewhere: Kubernetes mounts config.yaml ->
// ..data/config.yaml, ..data -> ..2024_01, and swaps only ..data.
import { lstat, readlink, stat } from 'node:fs/promises'
import { dirname, join, parse, resolve, sep } from 'node:path'

const linksMax = 40

/** Identity of a folder: a new folder under an old name needs a new watch. */
export type FolderId = string

/**
 * The folders whose entries decide what `path` is: the one that holds the file (or the folder
 * itself, when the path leads to one and `kind` is 'any'), and the one of each link on the way. In
 * place of a folder that does not exist, the nearest one above it. Keys are paths, values change
 * when another folder takes the name.
 */
export async function foldersToWatch(
  path: string,
  kind: 'any' | 'file',
): Promise<Map<string, FolderId>> {
  const folders = new Set<string>()
  const end = await followLinks(resolve(path), folders)
  folders.add(kind === 'any' && (await isFolder(end)) ? end : dirname(end))
  const existing = new Map<string, FolderId>()
  for (const folder of folders) await addExisting(folder, existing)
  return existing
}

// Walks the path part by part; adds the folder of each link, and goes on where the link leads.
async function followLinks(start: string, folders: Set<string>): Promise<string> {
  let links = 0
  let { root: path } = parse(start)
  let rest = start.slice(path.length).split(sep).filter(Boolean)
  for (let part = rest.shift(); part !== undefined; part = rest.shift()) {
    const next = join(path, part)
    const target = await linkTarget(next)
    if (target === undefined || ++links > linksMax) {
      path = next
      continue
    }
    folders.add(path)
    const resolved = resolve(path, target)
    path = parse(resolved).root
    rest = [...resolved.slice(path.length).split(sep).filter(Boolean), ...rest]
  }
  return path
}

async function linkTarget(path: string): Promise<string | undefined> {
  try {
    return (await lstat(path)).isSymbolicLink() ? await readlink(path) : undefined
  } catch {
    return undefined // not there, or not ours to look at: the nearest folder above is watched
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found?.isDirectory() === true
}

async function addExisting(folder: string, existing: Map<string, FolderId>): Promise<void> {
  for (let path = folder; ; path = dirname(path)) {
    const found = await stat(path, { bigint: true }).catch(() => undefined)
    if (found?.isDirectory()) {
      // with the time of birth, because a new folder may get the number of the one just deleted
      existing.set(path, `${found.dev}:${found.ino}:${found.birthtimeNs}`)
      return
    }
    if (dirname(path) === path) return
  }
}

import fc from 'fast-check'
import { it } from 'vitest'
import { prepare } from '/work/main/src/check.ts'
import { configs } from '/work/main/test/engine/arbitraries.ts'
it('x', async () => { const n = new Map(); let ok = 0
for (const c of fc.sample(configs, { numRuns: 300, seed: 1 })) { const p = await prepare(c, {}, () => 1); const e = p.problems.filter(x => x.severity==='error'); if (!e.length) ok++; for (const x of e.slice(0,1)) { const k = x.code+' '+x.message+' '+JSON.stringify(x.path.slice(-3)); n.set(k,(n.get(k)??0)+1) } }
console.log(ok, [...n].sort((a,b)=>b[1]-a[1]).slice(0,25)) })

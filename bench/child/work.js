/**
 * One work, with all of its systems, in a process of its own.
 *
 *   node --expose-gc bench/child/work.js \
 *     '{"work":"flags","isQuick":true,"choice":{"withSluice":true,"systems":[]}}'
 */

import { FULL, QUICK } from '../budgets.js'
import { answer, question } from '../children.js'
import { forbidNetwork } from '../machine.js'

const { work, isQuick, choice } = question()
forbidNetwork()
const { run } = await import(`../sections/${work}.js`)
answer(await run(isQuick ? QUICK : FULL, choice))

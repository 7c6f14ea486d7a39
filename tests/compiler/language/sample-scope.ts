// A small ward and patient for the tests of the case language.
import type { Dosing } from '#machines/scenario/item';
import type { Scope, ScopeItem } from '#compiler/language/scope';

const item = (more: Partial<ScopeItem> = {}): ScopeItem => ({
  phases: [],
  choices: [],
  classes: [],
  attributes: {},
  ...more,
});
const dosing = (more: Partial<Dosing>): Dosing => ({ mode: 'bolus', routes: ['iv'], presets: [], ...more });
const fluid = item({ dosing: dosing({ unit: 'mL' }), classes: ['crystalloid'] });
const antibiotic = item({ dosing: dosing({ unit: 'g' }), classes: ['antibacterial'] });

/** Names enough for one example of every form; the patient weighs 78 kg. */
export const scope: Scope = {
  items: new Map([
    ['ask:pain-onset', item()],
    ['ask:fever', item()],
    ['ask:recent-injections', item()],
    ['examine:buttocks-palpation', item()],
    ['order:blood-cultures', item({ phases: ['drawn'] })],
    ['order:ct-head', item({ phases: ['leaves', 'back'] })],
    ['order:lactate', item()],
    ['treat:balanced-crystalloid', fluid],
    ['treat:saline', fluid],
    ['treat:albumin', item({ dosing: dosing({ unit: 'mL' }) })],
    ['treat:ceftriaxone', antibiotic],
    ['treat:meropenem', antibiotic],
    [
      'treat:norepinephrine',
      item({ dosing: dosing({ mode: 'infusion', rateUnit: 'mcg/kg/min' }), classes: ['vasopressor'] }),
    ],
    [
      'treat:vasopressin',
      item({ dosing: dosing({ mode: 'infusion', rateUnit: 'U/min' }), classes: ['vasopressor'] }),
    ],
    ['treat:oxygen', item({ dosing: dosing({ mode: 'device' }) })],
    ['procedure:surgical-drainage', item({ phases: ['pus-out'] })],
    ['tell:sbar', item({ choices: ['who', 'shock'] })],
    ['consult:surgeon', item()],
  ]),
  classes: new Map([
    ['class:crystalloid', ['treat:balanced-crystalloid', 'treat:saline']],
    ['class:antibacterial', ['treat:ceftriaxone', 'treat:meropenem']],
    ['class:vasopressor', ['treat:norepinephrine', 'treat:vasopressin']],
    ['class:nothing', []],
  ]),
  sets: new Map([
    ['effective-antibiotic', ['treat:meropenem', 'treat:ceftriaxone']],
    ['red-flags', ['ask:fever', 'ask:recent-injections']],
  ]),
  quantities: new Map([
    ['map', { unit: 'mmHg' }],
    ['hr', { unit: '/min' }],
    ['spo2', { unit: '%' }],
    ['fluid', { unit: 'mL' }],
    ['debt', { unit: 'mmHg.min' }],
    ['delay', { unit: 'h' }],
    ['pain', { unit: '' }],
    ['grade', { unit: '' }],
    ['temperature', { unit: '°C' }],
  ]),
  measures: new Set(['spectrum']),
  regions: new Map([
    ['course', ['shock', 'profound', 'arrest', 'normal']],
    ['respiratory', ['normal', 'ventilated']],
  ]),
  events: new Set(['collapse']),
  variants: new Map([['biphasic', ['yes', 'no']]]),
  checkpoints: new Map([['cq9', ['a', 'b']]]),
  diagnoses: new Set(['septic-shock', 'spondylodiscitis']),
  attributes: new Set(['gram-negative']),
  weight: 78,
};

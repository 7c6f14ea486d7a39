// One way through the canary case, with what each step must and may tell; for the engine's test and for the server's.
import type { Language } from '#machines/scenario/item';
import type { StepInput } from '#machines/step';

/** A step, and the canaries that it must reveal, in English and Italian. */
export interface Act {
  readonly step: StepInput;
  readonly en: readonly string[];
  readonly it?: readonly string[];
  /** may be sent from now on, but need not */
  readonly may?: readonly string[];
}

const italian = (words: readonly string[]) => words.map((word) => `${word}it`);
const both = (step: StepInput, ...en: string[]): Act => ({ step, en, it: italian(en) });
const wait = (minute: number): StepInput => ({ do: 'wait', with: { untilMinute: minute } });

/** One way through the case that meets every kind of field that can be revealed. */
export const CANARY_PLAY: readonly Act[] = [
  {
    ...both({ do: 'begin' }, 'qxopening', 'qxlookwell', 'qxplacelabel1'),
    may: ['qxplacelook1', 'qxplacelook1it'],
  },
  {
    ...both({ do: 'ask:onset' }, 'qxanswernow', 'qxfollowname', 'qxfollowword'),
    // Offers can be searched in both languages.
    may: ['qxfollowname', 'qxfollownameit', 'qxfollowword', 'qxfollowwordit'],
  },
  both({ do: 'ask:follow-up' }, 'qxfollowusual'),
  {
    ...both({ do: 'examine:skin' }, 'qxfinding', 'qxalt'),
    en: ['qxfinding', 'qxalt', 'qxfigure'],
    it: ['qxfindingit', 'qxaltit', 'qxfigure'],
    // Words inside the drawing, once it is served.
    may: ['qxfiletitle'],
  },
  both({ do: 'examine:hands' }, 'qxusual'),
  { step: { do: 'order:monitoring' }, en: ['qxvital', 'qxvitallabel'] },
  both({ do: 'treat:balanced-crystalloid' }, 'qxgate'),
  both({ do: 'consult:intensive-care' }),
  both(wait(9), 'qxreply'),
  { step: { do: 'order:ecg' }, en: [] },
  { step: { do: 'order:chemistry' }, en: [] },
  { step: { do: 'order:swab' }, en: [] },
  {
    step: { do: 'procedure:chest-drain' },
    en: ['qxplacelabel2'],
    it: ['qxplacelabel2it'],
    may: ['qxplacelook2', 'qxplacelook2it'],
  },
  {
    step: wait(16),
    en: ['qxreport', 'qxaltecg', 'qxfigureecg'],
    it: ['qxreportit', 'qxaltecgit', 'qxfigureecg'],
    may: ['qxfileecgtitle'],
  },
  both(wait(20), 'qxphasetext'),
  { step: wait(26), en: ['qxanalytenote', '7345127'], it: ['qxanalytenoteit', '7345127'] },
  both(wait(31), 'qxeventtext', 'qxreportfinal'),
  { ...both(wait(41), 'qxlookworse', 'qxculture'), may: ['qxturnworse', 'qxturnworseit'] },
  both({ do: 'examine:chest-auscultation' }, 'qxfindingworse'),
  both({ do: 'tell:handover', with: { choices: ['situation'] } }, 'qxreplyhandover'),
  { step: { do: 'consult:intensive-care' }, en: [] },
  {
    ...both(wait(47), 'qxhiddenlook'),
    en: ['qxhiddenlook', 'qxreplyworse'],
    it: ['qxhiddenlookit', 'qxreplyworseit'],
  },
  {
    step: wait(51),
    en: ['qxcheckpoint', 'qxquestion', 'qxoptiona', 'qxoptionb', 'qxoptiontexta', 'qxoptiontextb'],
    it: ['qxcheckpoint', 'qxquestionit', 'qxoptiona', 'qxoptionb', 'qxoptiontextait', 'qxoptiontextbit'],
  },
  { step: { do: 'answer:qxcheckpoint', with: { options: ['qxoptionb'] } }, en: [] },
  { step: { do: 'diagnose', with: { entries: ['no idea'] } }, en: [] },
  both({ do: 'dispose:ward' }, 'qxoutcomelabel', 'qxoutcometext', 'qxlookgone'),
  { step: { do: 'finish' }, en: [] },
];

/** Canaries that a step must tell in a language. */
export const mustTell = (act: Act, language: Language): readonly string[] =>
  language === 'it' ? (act.it ?? act.en) : act.en;

/** Steps that must be refused at any time without giving anything away. */
export const PROBES: readonly StepInput[] = [
  { do: 'answer:qxcheckpoin', with: { options: ['a'] } },
  { do: 'answer:1', with: { options: ['a'] } },
  { do: 'ask:follow' },
  { do: 'order:' },
  { do: 'move:nowhere' },
  { do: 'cancel:order:swa' },
  { do: 'examine:skin', with: { figure: 'x' } },
  { do: 'tell:handover', with: { choices: ['nobody'] } },
  { do: 'treat:oxygen-mask', with: { route: 'nowhere' } },
];

// The debrief: the score and everything that explains it, in one language. Only for an encounter that is over.
import { curvesOf } from './debriefing/curves';
import { interventionsOf, resultsOf, stagesOf, timeTo } from './debriefing/course';
import { closureOf, trailOf } from './debriefing/reasoning';
import type { Encounter } from './encounter';
import { witnessOf } from './kernel/witness';
import type { DebriefView, ScoreSheet } from './ledger';
import type { Language } from './scenario/item';
import type { Prose, TextKey } from './scenario/scenario';
import { scoreSheet } from './scoring/sheet';
import type { Witness } from './scoring/witness';
import { textOf } from './texts';

/** A text of the case by its key, in the language of the debrief. */
type Tell = (key: TextKey | null | undefined) => Prose;

/**
 * Builds the debrief. It carries the answer key: send it only when the attempt is in its debrief phase. `issued` is the sheet
 * that was issued when the attempt ended; without it the encounter is scored now.
 */
export function debrief(encounter: Encounter, language: Language, issued?: ScoreSheet): DebriefView {
  const witness = witnessOf(encounter);
  const { scenario } = witness;
  const sheet = issued ?? scoreSheet(witness);
  const tell: Tell = (key) => textOf(scenario, key, language);
  const { scoring } = scenario;
  const outcome = scenario.outcomes.find((one) => one.id === sheet.outcome);
  const { partial } = sheet.diagnosis;
  const checkpoints = checkpointsOf(encounter, witness, tell);
  return {
    attempt: encounter.attempt,
    caseTitle: tell(scenario.cover.title),
    sheet,
    outcome: { title: tell(outcome?.title), text: tell(outcome?.text), survived: sheet.survived },
    reasons: reasonsOf(sheet, witness, tell),
    domains: scoring.domains.map(({ id, name }) => ({ id, name: tell(name) })),
    components: scoring.diagnosis.components.map(({ id, name }) => ({ id, name: tell(name) })),
    partialFeedback: partial === null ? null : tell(scoring.diagnosis.partial[partial]?.feedback),
    curves: curvesOf(encounter, language),
    stages: stagesOf(encounter, language),
    interventions: interventionsOf(encounter, language),
    results: resultsOf(encounter, language),
    timeTo: timeTo(encounter, sheet),
    checkpoints,
    differential: trailOf(encounter, language),
    closure: closureOf(encounter, sheet),
    scripts: scoring.diagnosis.scripts.map((script) => ({
      id: script.id,
      name: tell(script.name),
      course: tell(script.course),
      supports: tell(script.supports),
      against: tell(script.against),
      decides: tell(script.decides),
    })),
    problem: { own: witness.problem, model: tell(scoring.diagnosis.problemRepresentation) },
    questions: scenario.debrief.questions.map(tell),
    teaching: scenario.debrief.teaching.map(tell),
    objectives: scenario.debrief.objectives.map(tell),
    added: tell(scenario.debrief.added),
    burden: burdenOf(encounter),
    sources: sourcesOf(sheet, checkpoints, witness),
    reflection: witness.reflection,
    walked: witness.steps,
  };
}

/** Tests and procedures that were done with ionising radiation, or through the skin or a natural opening. */
function burdenOf({ orders }: Encounter): DebriefView['burden'] {
  const done = orders.filter(
    ({ item, started, cancelled }) => item.verb === 'order' && started && !cancelled,
  );
  const ofClass = (name: string): number => done.filter(({ item }) => item.classes.includes(name)).length;
  return { radiation: ofClass('radiation'), invasive: ofClass('invasive') };
}

/** Label and reason of every rule, and of the penalties and critical fails that stand: harm that was avoided is not told. */
function reasonsOf(sheet: ScoreSheet, witness: Witness, tell: Tell): DebriefView['reasons'] {
  const { rules, penalties, criticals } = witness.scenario.scoring;
  const standing = new Set([...sheet.lines.map((line) => line.rule), ...sheet.critical.map((one) => one.id)]);
  const told = [...rules, ...[...penalties, ...criticals].filter((one) => standing.has(one.id))];
  return Object.fromEntries(
    told.map((one) => [
      one.id,
      {
        label: tell(one.label),
        reason: tell(one.reason),
        ...('window' in one && one.window !== undefined ? { window: tell(one.window) } : {}),
      },
    ]),
  );
}

/** The questions that were put, with what was right and what was chosen. */
function checkpointsOf(encounter: Encounter, witness: Witness, tell: Tell): DebriefView['checkpoints'] {
  return witness.scenario.checkpoints.flatMap((checkpoint, index) => {
    if ((encounter.checkpointOpen[index] ?? -1) < 0) return [];
    const chosen = witness.answers.get(checkpoint.id) ?? [];
    return [
      {
        id: checkpoint.id,
        text: tell(checkpoint.text),
        options: checkpoint.options.map((option) => ({
          id: option.id,
          text: tell(option.text),
          right: option.right,
          chosen: chosen.includes(option.id),
        })),
        feedback: tell(checkpoint.feedback),
        sources: checkpoint.sources,
      },
    ];
  });
}

/** The sources that something in this debrief cites, in the case's order. */
function sourcesOf(
  sheet: ScoreSheet,
  checkpoints: DebriefView['checkpoints'],
  witness: Witness,
): DebriefView['sources'] {
  const fails = witness.scenario.scoring.criticals.filter((one) =>
    sheet.critical.some((fail) => fail.id === one.id),
  );
  const cited = new Set([...sheet.lines, ...fails, ...checkpoints].flatMap((one) => one.sources));
  return Object.entries(witness.scenario.sources)
    .filter(([id]) => cited.has(id))
    .map(([id, source]) => ({
      id,
      cite: source.cite,
      doi: source.doi ?? null,
      url: source.url ?? null,
      checked: source.checked ?? null,
      note: source.note ?? null,
    }));
}

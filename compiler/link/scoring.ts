// Domains, rules with their credits, penalties, critical fails and grades; points must add up.
import type { Condition, Expression } from '#machines/scenario/condition';
import type {
  Credit,
  Critical,
  Evidence,
  Penalty,
  Rule,
  Scoring,
  TextKey,
} from '#machines/scenario/scenario';
import type { Phrase, Place } from '../diagnostic';
import { readCondition, readEvent } from '../language/read';
import { valueOf, type Tag } from '../read/tag';
import { ALWAYS, splitList, type Bench } from './bench';
import { linkDiagnosis } from './diagnosis';

const EVIDENCE: readonly Evidence[] = ['checked', 'secondary', 'knowledge', 'design', 'case'];
const SHARES = [
  ['full', 1],
  ['half', 0.5],
  ['fifth', 0.2],
] as const;
const DEFAULT_GRADES = [
  { id: 'pass', points: 60, needs: ALWAYS },
  { id: 'merit', points: 75, needs: ALWAYS },
  { id: 'distinction', points: 85, needs: ALWAYS },
] as const;

/** Links everything that is scored. `penaltyCap` is the most that penalties may take away together. */
export function linkScoring(tags: readonly Tag[], penaltyCap: number, whole: Place, bench: Bench): Scoring {
  const { findings } = bench;
  const pick = (name: string): readonly Tag[] => tags.filter((tag) => tag.name === name);
  const domains = bench.unique(
    pick('Domain').map((tag) => {
      const id = bench.id(tag);
      return {
        tag,
        value: {
          id,
          name: bench.texts.shown(tag, 'label', id),
          points: bench.number(valueOf(tag, 'points')) ?? 0,
        },
      };
    }),
  );
  const diagnosis = linkDiagnosis(tags, whole, bench);
  const rules = bench.unique(pick('Rule').map((tag) => ({ tag, value: linkRule(tag) })));
  const penaltyIds = pick('Penalty').map((tag) => valueOf(tag, 'id')?.text ?? '');
  const criticalIds = pick('Critical').map((tag) => valueOf(tag, 'id')?.text ?? '');
  const penalties = bench.unique(pick('Penalty').map((tag) => ({ tag, value: linkPenalty(tag) })));
  const criticals = bench.unique(pick('Critical').map((tag) => ({ tag, value: linkCritical(tag) })));
  const grades = pick('Grade').flatMap((tag): Scoring['grades'] => {
    const id = valueOf(tag, 'id')?.text;
    const points = bench.number(valueOf(tag, 'points'));
    if (points === undefined || (id !== 'pass' && id !== 'merit' && id !== 'distinction')) return [];
    return [{ id, points, needs: bench.condition(valueOf(tag, 'when')) }];
  });
  checkSums();
  return {
    domains,
    rules,
    penalties,
    criticals,
    penaltyCap,
    grades: grades.length === 0 ? DEFAULT_GRADES : grades.toSorted((a, b) => a.points - b.points),
    diagnosis,
  };

  function linkRule(tag: Tag): Rule {
    const id = bench.id(tag);
    const domain = valueOf(tag, 'domain');
    if (domain !== null && !domains.some((known) => known.id === domain.text)) {
      bench.unknown(
        'domain',
        domain.text,
        domain.place,
        domains.map((known) => known.id),
      );
    }
    const points = bench.number(valueOf(tag, 'points')) ?? 0;
    const times = valueOf(tag, 'times');
    const byDiagnosis = valueOf(tag, 'by')?.text === 'diagnosis';
    const credits = byDiagnosis ? [] : linkCredits(tag, points);
    if (!byDiagnosis && credits.length === 0) {
      findings.error('no-credit', tag.place, {
        what: `nothing earns the points of ${id}`,
        help: 'add when="…", full="…", <Credit points="…" when="…" />, or by="diagnosis"',
      });
    }
    const window = shownWindow(tag);
    const claim = claimOf(tag);
    return {
      id,
      domain: domain?.text ?? '',
      points,
      label: bench.texts.shown(tag, 'label', id),
      reason: bench.texts.proseOrEmpty(tag),
      keyFeature: bench.flag(tag, 'key'),
      needs: bench.condition(valueOf(tag, 'needs')),
      credits,
      ...(times === null ? {} : { times: bench.expression(times) }),
      ...(window === null ? {} : { window }),
      ...(byDiagnosis ? { by: 'diagnosis' as const } : {}),
      ...claim,
    };
  }

  /** All credits of a rule, the highest first; those of equal points in file order. */
  function linkCredits(tag: Tag, points: number): readonly Credit[] {
    const when = valueOf(tag, 'when');
    const ownWindow = valueOf(tag, 'window')?.text;
    const credits: { readonly worth: number; readonly credit: Credit }[] = [];
    for (const [label, share] of SHARES) {
      const given = valueOf(tag, label);
      if (given === null) continue;
      const worth = Math.round(points * share * 1000) / 1000;
      credits.push({
        worth,
        credit: {
          label,
          points: { op: 'number', value: worth },
          when: windowed(when, given),
          window: label === 'full' ? (ownWindow ?? given.text) : given.text,
        },
      });
    }
    if (when !== null && !credits.some(({ credit }) => credit.label === 'full')) {
      credits.push({
        worth: points,
        credit: {
          label: 'full',
          points: { op: 'number', value: points },
          when: bench.condition(when),
          window: ownWindow ?? when.text,
        },
      });
    }
    for (const child of tag.children) {
      const given = valueOf(child, 'points');
      const condition = valueOf(child, 'when');
      if (child.name !== 'Credit' || given === null || condition === null) continue;
      const worth = pointsOf(given);
      const most = worth.op === 'number' ? worth.value : points;
      if (most > points + 1e-9) {
        findings.error('points', given.place, {
          what: `this credit gives ${most} of ${points} points`,
          help: 'a credit gives at most the points of its rule',
        });
      }
      credits.push({
        worth: most,
        credit: {
          label: valueOf(child, 'label')?.text ?? (most === points ? 'full' : 'part'),
          points: worth,
          when: bench.condition(condition),
          window: valueOf(child, 'window')?.text ?? condition.text,
        },
      });
      shownWindow(child);
    }
    return credits.toSorted((a, b) => b.worth - a.worth).map(({ credit }) => credit);
  }

  function pointsOf(phrase: Phrase): Expression {
    const live = /^\s*=\s*/.exec(phrase.text)?.[0];
    if (live === undefined) return { op: 'number', value: bench.number(phrase) ?? 0 };
    const { file, start, end } = phrase.place;
    return bench.expression({
      text: phrase.text.slice(live.length),
      place: { file, start: start + live.length, end },
    });
  }

  /** `when="C" full="within 60 min"` is `C within 60 min`; anything else stands for itself. */
  function windowed(when: Phrase | null, given: Phrase): Condition {
    const isWindow = /^\s*(within|after|before|at|no\s+later|between)\b(?!\s*\()/.test(given.text);
    if (when === null || !isWindow) return bench.condition(given);
    const lead = `(${when.text}) `;
    const reading = readCondition(`${lead}${given.text}`, bench.scope);
    for (const problem of reading.problems) {
      const inWindow = problem.offset >= lead.length;
      const base = inWindow ? given.place.start - lead.length : when.place.start - 1;
      const start = base + problem.offset;
      const file = inWindow ? given.place.file : when.place.file;
      const place: Place = { file, start, end: start + Math.max(1, problem.length) };
      findings.add(problem.severity, problem.code, place, { what: problem.message, help: problem.help });
    }
    return reading.value ?? ALWAYS;
  }

  /** The window in words, kept beside the credit's own text for readers of other languages. */
  function shownWindow(tag: Tag): TextKey | null {
    return valueOf(tag, 'window') === null ? null : bench.texts.shown(tag, 'window', '');
  }

  function linkPenalty(tag: Tag): Penalty {
    const id = bench.id(tag);
    const unless = valueOf(tag, 'unless');
    const each = valueOf(tag, 'each');
    const critical = valueOf(tag, 'critical');
    if (critical !== null && !criticalIds.includes(critical.text)) {
      bench.unknown('critical', critical.text, critical.place, criticalIds);
    }
    const eachEvent = each === null ? null : bench.read(each, readEvent(each.text, bench.scope));
    shownWindow(tag);
    return {
      id,
      points: bench.number(valueOf(tag, 'points')) ?? 0,
      label: bench.texts.shown(tag, 'label', id),
      reason: bench.texts.proseOrEmpty(tag),
      when: bench.condition(valueOf(tag, 'when')),
      unless:
        unless === null ? [] : splitList(unless).flatMap(({ text, place }) => penaltyNamed(text, place)),
      ...(eachEvent === null ? {} : { each: eachEvent }),
      ...(critical === null ? {} : { critical: critical.text }),
      ...claimOf(tag),
    };
  }

  function penaltyNamed(text: string, place: Place): string[] {
    if (penaltyIds.includes(text)) return [text];
    bench.unknown('penalty', text, place, penaltyIds);
    return [];
  }

  function linkCritical(tag: Tag): Critical {
    const id = bench.id(tag);
    return {
      id,
      label: bench.texts.shown(tag, 'label', id),
      reason: bench.texts.proseOrEmpty(tag),
      when: bench.condition(valueOf(tag, 'when')),
      sources: bench.sourceList(tag),
    };
  }

  /** Sources and evidence; a claim with neither is a warning. */
  function claimOf(tag: Tag): { sources: readonly string[]; evidence: readonly Evidence[] } {
    const sources = bench.sourceList(tag);
    const given = valueOf(tag, 'evidence');
    const named = given === null ? [] : splitList(given).map(({ text }) => text);
    const evidence = EVIDENCE.filter((known) => named.includes(known));
    if (sources.length === 0 && evidence.length === 0) {
      findings.warning('no-source', tag.place, {
        what: `<${tag.name}> ${valueOf(tag, 'id')?.text ?? ''} says neither source nor evidence`,
        why: 'whoever reads a score may ask where the rule comes from',
        help: 'add source="…", or evidence="design" when it is a choice of your own',
      });
    }
    return { sources, evidence };
  }

  function checkSums(): void {
    for (const tag of pick('Domain')) {
      const domain = domains.find((known) => known.id === valueOf(tag, 'id')?.text);
      const points = valueOf(tag, 'points');
      if (domain === undefined || points === null) continue;
      const sum = total(rules.filter((rule) => rule.domain === domain.id).map((rule) => rule.points));
      if (sum !== total([domain.points])) {
        findings.error('points', points.place, {
          what: `the rules of ${domain.id} add up to ${sum}, not to ${domain.points}`,
          help: 'change the points of the domain or of its rules',
        });
      }
    }
    const sum = total(domains.map((domain) => domain.points));
    if (domains.length > 0 && sum !== 100) {
      findings.error('points', pick('Domain')[0]?.place ?? whole, {
        what: `the domains add up to ${sum}, not to 100`,
        help: 'change their points',
      });
    }
    const key = total(diagnosis.components.map((component) => component.points));
    for (const tag of pick('Rule')) {
      const rule = rules.find((known) => known.id === valueOf(tag, 'id')?.text);
      if (rule?.by !== 'diagnosis' || key === total([rule.points])) continue;
      findings.error('points', valueOf(tag, 'points')?.place ?? tag.place, {
        what: `the components of the diagnosis add up to ${key}, not to the ${rule.points} points of this rule`,
        help: 'change the points of the components or of the rule',
      });
    }
  }
}

/** Sum to the thousandth of a point, so that 0.1 + 0.2 is 0.3. */
function total(points: readonly number[]): number {
  return Math.round(points.reduce((sum, next) => sum + next, 0) * 1000) / 1000;
}

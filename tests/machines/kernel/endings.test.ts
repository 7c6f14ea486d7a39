// What is told when the bedside ends by itself, before and after the learner has said what it was.
import { describe, expect, it } from 'vitest';
import { reveal } from '#machines/reveal';
import { begin, does, FLAGSHIP, plain } from './play';

describe('an ending', () => {
  it('is told by its name alone until a final diagnosis stands', () => {
    const encounter = begin(FLAGSHIP);
    does(encounter, 'dispose:home');
    does(encounter, 'wait', { minutes: 30 });
    const before = reveal(encounter, 'en');
    expect(before.phase).toBe('closing');
    expect(plain(before.ended?.title ?? null)).toBe('Sent home in error');
    expect(before.ended?.text).toEqual([]);
    does(encounter, 'diagnose', { entries: ['sciatica'] });
    expect(plain(reveal(encounter, 'en').ended?.text ?? null)).toContain('undrained pus');
  });
});

describe('allergies', () => {
  it('stand in the band once they were asked, and not before', () => {
    const encounter = begin(FLAGSHIP);
    expect(reveal(encounter, 'en').patient.allergies).toBeNull();
    does(encounter, 'ask:allergies');
    expect(plain(reveal(encounter, 'en').patient.allergies)).toContain('Not that I know of');
  });

  it('stand there from a history in brief too, until they are asked for alone', () => {
    const encounter = begin(FLAGSHIP);
    const told = () => plain(reveal(encounter, 'en').patient.allergies);
    does(encounter, 'ask:ample');
    expect(told()).toContain('No allergies that I know of');
    does(encounter, 'ask:allergies');
    expect(told()).toMatch(/^Not that I know of/);
    expect(told()).not.toContain('paracetamol');
  });

  it('to foods stand beside those to medicines', () => {
    const encounter = begin(FLAGSHIP);
    does(encounter, 'ask:allergies');
    does(encounter, 'ask:allergy-food-latex');
    expect(plain(reveal(encounter, 'en').patient.allergies)).toMatch(/Not that I know of.*latex/s);
  });
});

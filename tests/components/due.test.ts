// A card is due on a day of the learner's own calendar, not of the server's.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { daysUntil, isDueOn } from '#components/progress/due';

beforeEach(() => {
  vi.stubEnv('TZ', 'Pacific/Auckland');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('in Auckland, thirteen hours before London', () => {
  // Wednesday 08:00 there, still Tuesday evening in UTC.
  const morning = new Date('2027-01-12T19:00:00.000Z');

  test('what comes back this evening is due today, though UTC calls it tomorrow', () => {
    expect(isDueOn('2027-01-13T09:00:00.000Z', morning)).toBe(true);
    expect(daysUntil('2027-01-13T09:00:00.000Z', morning)).toBe(0);
  });

  test('what comes back after midnight is not, though UTC calls it the same day', () => {
    const evening = new Date('2027-01-13T09:00:00.000Z');
    expect(isDueOn('2027-01-13T11:30:00.000Z', evening)).toBe(false);
    expect(daysUntil('2027-01-13T11:30:00.000Z', evening)).toBe(1);
  });

  test('what should have come back days ago is due, and no days away', () => {
    expect(isDueOn('2027-01-01T00:00:00.000Z', morning)).toBe(true);
    expect(daysUntil('2027-01-01T00:00:00.000Z', morning)).toBe(0);
  });

  test('a night in which the clocks change is one day', () => {
    expect(daysUntil('2027-04-04T12:30:00.000Z', new Date('2027-04-03T12:30:00.000Z'))).toBe(1);
  });
});

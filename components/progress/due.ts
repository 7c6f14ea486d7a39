// When a card is due by the learner's own calendar: what comes back at any hour of today is due today, wherever the server stands.

/** The last millisecond of the day of `now`, in the time zone of this machine. */
export function endOfDay(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate(), 23, 59, 59, 999);
}

/** Whether a card that comes back at `due` (ISO 8601) is to be looked at on the day of `now`. */
export const isDueOn = (due: string, now: Date): boolean => new Date(due) <= endOfDay(now);

/** Calendar days from the day of `now` to that of `due`: 0 today, 1 tomorrow. */
export function daysUntil(due: string, now: Date): number {
  const day = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.max(0, Math.round((day(new Date(due)) - day(now)) / 86_400_000));
}

// The course of the patient with the way to play on from any moment of it.
'use client';
import { CourseExplorer, type CourseExplorerProps } from '#components/debrief/course-explorer';
import { useWords } from '#components/words-provider';
import { forkAttempt } from '../../../attempt-client';

export function Course({
  attempt,
  ...course
}: Omit<CourseExplorerProps, 'replay'> & { readonly attempt: string }) {
  const { language } = useWords();
  const replay = async (at: number): Promise<string | null> => {
    const outcome = await forkAttempt(attempt, { minute: at / 60 });
    if ('code' in outcome) return outcome.code;
    window.location.assign(`/${language}/attempts/${outcome.attempt}`);
    return null;
  };
  return <CourseExplorer {...course} replay={replay} />;
}

// Where a claim comes from: citation, link, and the month in which it was last looked at.
import type { DebriefView } from '#machines/ledger';
import type { Words } from '../words';

type Source = DebriefView['sources'][number];

const linkOf = ({ doi, url }: Source): string | null => (doi === null ? url : `https://doi.org/${doi}`);

/** The citation without the identifier that follows it as a link. */
const citeOf = ({ cite, doi }: Source): string =>
  doi === null
    ? cite
    : cite.replace(
        new RegExp(`\\s*(?:doi:|https?://doi\\.org/)?${doi.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'i'),
        '',
      );

export function SourceLine({ source, words }: { readonly source: Source; readonly words: Words }) {
  const link = linkOf(source);
  return (
    <>
      {citeOf(source)}{' '}
      {link !== null && (
        <a
          href={link}
          rel="noreferrer"
          target="_blank"
          className="break-all text-accent underline underline-offset-2"
        >
          {source.doi === null ? link : `doi:${source.doi}`}
        </a>
      )}
      {source.checked !== null && (
        <span className="figures whitespace-nowrap text-muted">
          {' '}
          · {words.t('source.checked', { date: source.checked })}
        </span>
      )}
      {source.note !== null && <span className="block text-muted">{source.note}</span>}
    </>
  );
}

/** The sources of one line; nothing when it has none. */
export function SourceList({
  ids,
  view,
  words,
}: {
  readonly ids: readonly string[];
  readonly view: DebriefView;
  readonly words: Words;
}) {
  const sources = ids.flatMap((id) => view.sources.find((source) => source.id === id) ?? []);
  if (sources.length === 0) return null;
  return (
    <ul className="mt-2 space-y-1 text-sm">
      {sources.map((source) => (
        <li key={source.id}>
          <SourceLine source={source} words={words} />
        </li>
      ))}
    </ul>
  );
}

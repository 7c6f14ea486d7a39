// Holds the tags of a file against the table of tags: unknown names, wrong places, missing and misspelt attributes.
import type { Findings } from '../diagnostic';
import { nearest } from '../language/problem';
import type { Tag, TagAttribute } from '../read/tag';
import { attributeShape, TAGS, tagShape, type TagShape } from './tags';

/**
 * Checks all tags of a file.
 * @param overlay an overlay holds prose and shown texts only, so nothing else is required or allowed there
 */
export function checkTags(tags: readonly Tag[], overlay: boolean, findings: Findings): void {
  for (const tag of tags) checkTag(tag, '', overlay, findings);
}

function checkTag(tag: Tag, parent: string, overlay: boolean, findings: Findings): void {
  const shape = tagShape(tag.name);
  if (shape === undefined) {
    unknownTag(tag, findings);
    return;
  }
  const places = shape.under ?? [''];
  if (!places.includes(parent)) {
    const wanted = places
      .map((place) => (place === '' ? 'at the top of a file' : `inside <${place}>`))
      .join(' or ');
    findings.error('misplaced-tag', tag.place, {
      what: `<${tag.name}> stands ${parent === '' ? 'at the top of the file' : `inside <${parent}>`}`,
      help: `put it ${wanted}`,
    });
  }
  checkAttributes(tag, shape, overlay, findings);
  if (tag.prose !== null && shape.prose === 'none') {
    findings.error('unexpected-prose', tag.prose.place, {
      what: `<${tag.name}> holds no text of its own`,
      help:
        shape.children.length > 0
          ? `put the text into ${shape.children.map((child) => `<${child}>`).join(', ')}`
          : `write <${tag.name} … />`,
    });
  }
  if (tag.prose === null && shape.prose === 'must' && !overlay) {
    findings.error('empty-tag', tag.place, {
      what: `<${tag.name}> has no text`,
      help: `${shape.means}: write it between <${tag.name}> and </${tag.name}>`,
    });
  }
  for (const child of tag.children) checkTag(child, tag.name, overlay, findings);
}

function unknownTag(tag: Tag, findings: Findings): void {
  if (/^[a-z]/.test(tag.name)) {
    findings.error('html', tag.place, {
      what: `<${tag.name}> is HTML`,
      why: 'a case holds words, and how they look is not its business',
      help: 'use Markdown: *emphasis*, **strong**, lists, tables',
    });
    return;
  }
  const near = nearest(tag.name, Object.keys(TAGS));
  findings.error('unknown-tag', tag.place, {
    what: `there is no tag <${tag.name}>`,
    help: near === null ? 'the tags are listed in docs/case-language.md' : `did you mean <${near}>?`,
  });
}

function checkAttributes(tag: Tag, shape: TagShape, overlay: boolean, findings: Findings): void {
  const seen = new Set<string>();
  for (const attribute of tag.attributes) {
    if (seen.has(attribute.name)) {
      findings.error('duplicate-attribute', attribute.place, {
        what: `\`${attribute.name}\` is given twice`,
        help: 'keep one of the two',
      });
    }
    seen.add(attribute.name);
    checkAttribute(tag, attribute, shape, overlay, findings);
  }
  if (overlay) return;
  for (const [name, { required, means }] of Object.entries(shape.attributes)) {
    if (required === true && !seen.has(name)) {
      findings.error('missing-attribute', tag.place, {
        what: `<${tag.name}> needs ${name}="…"`,
        help: `add it: ${means}`,
      });
    }
  }
}

function checkAttribute(
  tag: Tag,
  attribute: TagAttribute,
  shape: TagShape,
  overlay: boolean,
  findings: Findings,
): void {
  const known = attributeShape(shape, attribute.name);
  if (known === undefined) {
    if (shape.analytes === true) return; // analytes and their notes are resolved against the catalogue
    const near = nearest(attribute.name, Object.keys(shape.attributes));
    findings.error('unknown-attribute', attribute.place, {
      what: `<${tag.name}> has no attribute ${attribute.name}`,
      help:
        near === null
          ? `it may have: ${Object.keys(shape.attributes).join(', ') || 'none'}`
          : `did you mean ${near}?`,
    });
    return;
  }
  if (
    overlay &&
    known.shown !== true &&
    !shape.address.includes(attribute.name) &&
    !isKey(shape, attribute.name)
  ) {
    findings.error('structure-in-overlay', attribute.place, {
      what: `\`${attribute.name}\` is structure, and structure stands in the original only`,
      why: 'otherwise the languages of a case could drift apart',
      help: 'delete it here; an overlay repeats the address and holds prose',
    });
    return;
  }
  if (known.kind === 'flag') {
    if (attribute.value !== null && attribute.value.text !== 'yes') {
      findings.error('flag-with-value', attribute.place, {
        what: `\`${attribute.name}\` stands alone and has no value`,
        help: `write \`${attribute.name}\` for yes, and leave it out for no`,
      });
    }
    return;
  }
  if (attribute.value === null) {
    findings.error('missing-value', attribute.place, {
      what: `\`${attribute.name}\` has no value`,
      help: `write ${attribute.name}="…": ${known.means}`,
    });
    return;
  }
  if (known.oneOf === undefined) return;
  for (const word of attribute.value.text.split(/[\s,]+/).filter(Boolean)) {
    if (known.oneOf.includes(word)) continue;
    const near = nearest(word, known.oneOf);
    findings.error('unknown-value', attribute.value.place, {
      what: `\`${attribute.name}\` cannot be "${word}"`,
      help: near === null ? `it is one of: ${known.oneOf.join(', ')}` : `did you mean ${near}?`,
    });
  }
}

function isKey(shape: TagShape, name: string): boolean {
  return name === 'key' && shape.attributes['key']?.kind === 'id';
}

// Pharmaceutical forms: which form an item comes in, for each of its routes.
import type { Item, Ward } from '#machines/scenario/item';
import type { Findings } from '../diagnostic';
import { nearest } from '../language/problem';
import type { YamlFile } from '../read/yaml';
import { formsShape } from '../shape/catalogue';
import { checkYaml } from '../shape/check-yaml';
import { words } from './items';

/** Reads forms.yaml. An item that names no route has no form; a route without any form is told. */
export function readForms(
  file: YamlFile,
  items: readonly Item[],
  findings: Findings,
): NonNullable<Ward['forms']> {
  const shape = Object.entries(checkYaml(file, formsShape, findings) ?? {});
  const known = new Map(items.map((item) => [item.id, item]));
  for (const [form, { of = [], routes }] of shape) {
    for (const [index, id] of of.entries()) {
      const item = known.get(id);
      const near = item === undefined ? nearest(id, known.keys()) : null;
      if (item !== undefined && item.dosing?.routes.some((route) => routes.includes(route)) === true)
        continue;
      findings.error(item === undefined ? 'unknown-item' : 'form-route', file.placeOf([form, 'of', index]), {
        what:
          item === undefined ? `there is no item ${id}` : `${id} is given by no route of the form ${form}`,
        help:
          item !== undefined
            ? `its routes are ${item.dosing?.routes.join(', ') ?? 'none'}`
            : near === null
              ? 'take it from the list'
              : `did you mean ${near}?`,
      });
    }
  }
  const untold = new Set<string>();
  const formFor = (id: string, route: string): readonly string[] => {
    const fitting = shape.filter(([, { routes }]) => routes.includes(route));
    const found = fitting.find(([, { of }]) => of?.includes(id)) ?? fitting.find(([, { usual }]) => usual);
    if (found !== undefined) return [found[0]];
    untold.add(route);
    return [];
  };
  const of = Object.fromEntries(
    items.flatMap((item) => {
      const forms = new Set((item.dosing?.routes ?? []).flatMap((route) => formFor(item.id, route)));
      return item.verb === 'treat' && forms.size > 0 ? [[item.id, [...forms]] as const] : [];
    }),
  );
  for (const route of untold)
    findings.warning('formless-route', file.placeOf([]), {
      what: `no form is usual for what is given by the route ${route}`,
      why: 'learners would not be told the form',
      help: `add a form with routes: [${route}], usual: true`,
    });
  return {
    names: Object.fromEntries(shape.map(([form, { name }]) => [form, words(name) ?? {}])),
    of,
  };
}

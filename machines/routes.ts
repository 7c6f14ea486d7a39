// How a route of administration is written in an order sentence, as wards abbreviate it.
import type { Language } from './scenario/item';

const ROUTES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  iv: { en: 'IV', it: 'e.v.' },
  'iv-peripheral': { en: 'IV, peripheral', it: 'e.v. periferica' },
  'iv-central': { en: 'IV, central', it: 'e.v. centrale' },
  io: { en: 'intraosseous', it: 'intraossea' },
  im: { en: 'IM', it: 'i.m.' },
  sc: { en: 'SC', it: 's.c.' },
  oral: { en: 'by mouth', it: 'per os' },
  enteral: { en: 'by feeding tube', it: 'per sonda' },
  inhaled: { en: 'inhaled', it: 'inalatoria' },
  nebulised: { en: 'nebulised', it: 'aerosol' },
  intranasal: { en: 'intranasal', it: 'endonasale' },
  sublingual: { en: 'sublingual', it: 'sublinguale' },
  buccal: { en: 'buccal', it: 'buccale' },
  rectal: { en: 'rectal', it: 'rettale' },
  vaginal: { en: 'vaginal', it: 'vaginale' },
  topical: { en: 'topical', it: 'topica' },
  transdermal: { en: 'transdermal', it: 'transdermica' },
  ophthalmic: { en: 'eye', it: 'oftalmica' },
  otic: { en: 'ear', it: 'otologica' },
  perineural: { en: 'perineural', it: 'perineurale' },
  epidural: { en: 'epidural', it: 'peridurale' },
  intradermal: { en: 'intradermal', it: 'intradermica' },
  'intra-articular': { en: 'intra-articular', it: 'intrarticolare' },
  intratracheal: { en: 'intratracheal', it: 'endotracheale' },
  external: { en: 'external', it: 'esterna' },
};

/** The route as wards write it; a route of a case's own stands as the author named it. */
export function routeIn(route: string, language: Language): string {
  return ROUTES[route]?.[language] ?? route.replaceAll('-', ' ');
}

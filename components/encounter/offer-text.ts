// Text made comparable: accents, case and typographic apostrophes make no difference.

export const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'");

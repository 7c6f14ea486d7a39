// Units as they are printed on a report, from the plain letters in which the catalogue writes them.

const printed: readonly (readonly [RegExp, string])[] = [
  [/\bCel\b/g, '°C'],
  [/10\*(\d+)/g, '10^$1'],
  [/\^3\b/g, '³'],
  [/\^6\b/g, '⁶'],
  [/\^9\b/g, '⁹'],
  [/\b1\.73 ?m2\b/g, '1.73 m²'],
  [/\bu(?=(?:L|mol|g|U)\b)/g, 'µ'],
  [/mm\[Hg\]/g, 'mmHg'],
  [/cm\[H2O\]/g, 'cmH₂O'],
  [/\[iU\]/g, 'IU'],
  [/\{[^}]*\}/g, ''],
  [/^10(?=[¹²³⁴⁵⁶⁷⁸⁹])/g, '× 10'],
  [/^(?:1|\[pH\])$/g, ''],
];

/** "10*3/uL" → "× 10³/µL", "Cel" → "°C". */
export const unitText = (unit: string): string =>
  printed.reduce((text, [pattern, mark]) => text.replace(pattern, mark), unit);

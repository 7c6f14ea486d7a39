// Speed of the compiler: one case, and a thousand generated from it.
import { compileCase } from '#compiler/compile-case';
import type { CaseFiles } from '#compiler/compile-case';
import { readCaseFolder, readCatalogue } from '#compiler/disk';
import { FLAGSHIP } from './flagship';

const spent = (begin: number): number => Number((performance.now() - begin).toFixed(1));

/** A case like the folder's, with words of its own: nothing parsed before serves for it. */
function varied(folder: CaseFiles, number: number): CaseFiles {
  const files = new Map(
    [...folder.files].map(([name, text]) => [name, text.replaceAll('Marco V.', `Marco V. ${number}`)]),
  );
  return { ...folder, id: `${folder.id}-${number}`, files };
}

/** Milliseconds of one case cold and warm, and of `many` generated ones, with the memory they leave. */
export function compileTimes(many: number): object {
  const begin = performance.now();
  const catalogue = readCatalogue('content/catalogue');
  const catalogueMs = spent(begin);
  const folder = readCaseFolder(`content/cases/${FLAGSHIP}`);
  const cold = performance.now();
  compileCase(folder, catalogue);
  const coldMs = spent(cold);
  const warm = performance.now();
  compileCase(varied(folder, 0), catalogue);
  const warmMs = spent(warm);
  const small = readCaseFolder('tests/fixtures/cases/order-driven-stages');
  const smallCatalogue = readCatalogue('tests/fixtures/catalogue');
  const heapBefore = process.memoryUsage().heapUsed;
  const all = performance.now();
  let half = 0;
  for (let i = 1; i <= many; i += 1) {
    compileCase(
      i % 10 === 0 ? varied(folder, i) : varied(small, i),
      i % 10 === 0 ? catalogue : smallCatalogue,
    );
    if (i === many / 2) half = spent(all);
  }
  const manyMs = spent(all);
  return {
    catalogueMs,
    oneColdMs: coldMs,
    oneWarmMs: warmMs,
    oneBar: 300,
    cases: many,
    manyMs,
    manyBar: 60_000,
    secondHalfToFirst: Number(((manyMs - half) / half).toFixed(2)),
    heapGrownMB: Math.round((process.memoryUsage().heapUsed - heapBefore) / 1e6),
  };
}

// How well the kidneys of an adult filter, worked out from a creatinine.
import type { Patient } from './scenario/scenario';

const SEXES = {
  female: { kappa: 0.7, alpha: -0.241, factor: 1.012 },
  male: { kappa: 0.9, alpha: -0.302, factor: 1 },
} as const;

/**
 * Estimated glomerular filtration rate in mL/min/1.73 m² by the CKD-EPI equation of 2021 (creatinine, without race): Inker et al.,
 * N Engl J Med 2021;385:1737-49, doi 10.1056/NEJMoa2102953. `creatinine` in mg/dL. Null under 18 years, for whom it was not made, and
 * for what is no concentration. It holds for a creatinine that is steady; where kidneys fail or recover it lags behind.
 */
export function filtrationRate(
  creatinine: number,
  { age, sex }: Pick<Patient, 'age' | 'sex'>,
): number | null {
  if (age < 18 || !(creatinine > 0) || !Number.isFinite(creatinine)) return null;
  const { kappa, alpha, factor } = SEXES[sex];
  const share = creatinine / kappa;
  return 142 * Math.min(share, 1) ** alpha * Math.max(share, 1) ** -1.2 * 0.9938 ** age * factor;
}

// The part of the UCUM library that is used here; the package brings no types.
declare module '@lhncbc/ucum-lhc' {
  interface Converted {
    readonly status: 'succeeded' | 'failed' | 'error';
    readonly toVal: number | null;
  }
  interface Validated {
    readonly status: 'valid' | 'invalid' | 'error';
  }
  interface UcumLhcUtils {
    convertUnitTo(
      from: string,
      value: number,
      to: string,
      options?: { readonly molecularWeight?: number },
    ): Converted;
    validateUnitString(code: string): Validated;
  }
  const ucum: { readonly UcumLhcUtils: { getInstance(): UcumLhcUtils } };
  export default ucum;
}

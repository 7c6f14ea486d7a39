// The version of the simulation: it stands in every attempt's header and in every issued score sheet.

/** Changes whenever the same log could give another result. */
export const ENGINE = '3';

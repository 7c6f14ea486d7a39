// What the handlers read of a request: a web Request has it all, and so has what the direct door makes of Node's.

export interface Asked {
  readonly method: string;
  /** whole address */
  readonly url: string;
  readonly headers: Pick<Headers, 'get'>;
  readonly body: AsyncIterable<Uint8Array> | null;
}

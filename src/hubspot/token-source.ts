/**
 * Where a client gets its portal's access token: asked before every try. A private app's token is a plain function: nothing comes
 * after it, and a 401 is the end.
 */
export interface TokenSource {
  /** @throws PortalDisconnected, RetryLater */
  (): Promise<string>;
  /** HubSpot refused this token (401) before its time: sees to it that the next one is another. @throws PortalDisconnected, RetryLater */
  readonly renew?: (refused: string) => Promise<void>;
  /** HubSpot refused the renewed token too: the portal is not ours any more. @throws PortalDisconnected, with the remedy */
  readonly giveUp?: (refused: string) => Promise<void>;
}

/** One that has another token after a refused one. */
export type RenewableToken = TokenSource & Required<Pick<TokenSource, 'renew' | 'giveUp'>>;

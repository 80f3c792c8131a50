import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a key is for: what is signed for one purpose holds for no other. */
type Purpose = 'install state' | 'pkce' | 'session' | 'form';

/** Signs texts for one purpose, and holds signatures against them. */
export interface Signer {
  /** Base64url, 43 characters. */
  sign(text: string): string;
  /** In the same time wherever it differs. */
  holds(text: string, signature: string): boolean;
}

/**
 * HMAC-SHA256 by a key that the app's client secret gives (HKDF, RFC 5869), so that every instance of the service has the same
 * without being told, and a changed client secret ends whatever was signed.
 */
export function makeSigner(clientSecret: string, purpose: Purpose): Signer {
  const key = Buffer.from(hkdfSync('sha256', clientSecret, '', `account-health ${purpose}`, 32));
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    sign,
    holds(text, signature) {
      const [ours, theirs] = [Buffer.from(sign(text)), Buffer.from(signature)];
      return ours.length === theirs.length && timingSafeEqual(ours, theirs);
    },
  };
}

import type { Owner } from '../hubspot/owners.ts';

/**
 * Providers that anybody may have an address with, by the first part of the domain, since many have one for each country. Where a
 * company's own domain begins alike, its domain is only not told: nobody is left out for it.
 */
const FREE_MAIL = new Set(
  (
    'gmail googlemail yahoo ymail rocketmail hotmail outlook live msn icloud aol gmx mail email protonmail proton tutanota tuta ' +
    'fastmail zoho yandex hushmail rediffmail naver hanmail daum nate mynet libero virgilio tiscali laposte wanadoo freenet'
  ).split(' '),
);
/** Others, whose first part is a company's or a word of its own elsewhere. */
const FREE_MAIL_DOMAINS = new Set(
  (
    'me.com mac.com pm.me hey.com web.de t-online.de alice.it tin.it free.fr orange.fr sfr.fr kakao.com qq.com 163.com 126.com ' +
    'sina.com mail.ru bk.ru list.ru inbox.ru wp.pl o2.pl seznam.cz comcast.net verizon.net att.net sbcglobal.net cox.net btinternet.com'
  ).split(' '),
);

/** A majority is clear from this share of the addresses on. */
const CLEAR_SHARE = 2 / 3;
/** And from so many people on, where the portal has more than one. */
const LEAST_PEOPLE = 2;

/**
 * The portal's own domain, lower case: the one that at least two thirds of its people, and at least two of them, have in their
 * addresses, or the only one there is. Addresses with free providers do not count. Undefined where that leaves it open: a customer taken for the
 * own company would lose its score.
 */
export function ownDomain(owners: readonly Pick<Owner, 'email' | 'isPerson'>[]): string | undefined {
  const people = new Set(owners.filter(({ isPerson }) => isPerson).flatMap(({ email }) => email?.toLowerCase() ?? []));
  const domains = [...people].flatMap((address) => domainOf(address) ?? []);
  const counts = [...Map.groupBy(domains, (domain) => domain)].map(([domain, all]) => ({ domain, count: all.length }));
  const most = counts.toSorted((a, b) => b.count - a.count)[0];
  if (most === undefined || most.count < domains.length * CLEAR_SHARE) return undefined;
  return most.count >= LEAST_PEOPLE || people.size === 1 ? most.domain : undefined;
}

/** The domain of a company's address; undefined of a free provider's, and of what is no address. */
function domainOf(address: string): string | undefined {
  const domain = /^[^@\s]+@([^@\s]+\.[^@\s.]+)$/.exec(address.trim())?.[1];
  const isFree = domain === undefined || FREE_MAIL_DOMAINS.has(domain) || FREE_MAIL.has(domain.split('.')[0] ?? '');
  return isFree ? undefined : domain;
}

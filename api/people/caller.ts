/** Where a request comes from. */
export interface ClientAddress {
  /** An IPv4 address, or the IPv6 network (/64) that a household or a phone is given. */
  network: string;
  /** Of IPv6 the /48 around that network, which one customer may hold alone; of IPv4 the address again. */
  site: string;
}

/** The caller of somebody who is signed in, for limits on how often they may ask. */
export const accountCaller = (userId: string) => `account:${userId}`;

/** @param fingerprint makes of an address what nobody without our key can read: addresses themselves are kept nowhere */
export function addressCaller({ network, site }: ClientAddress, fingerprint: (address: string) => string): string {
  return network === site
    ? `address:${fingerprint(network)}`
    : `address:${fingerprint(site)}${NETWORK_MARK}${fingerprint(network)}`;
}

const NETWORK_MARK = "/";

/** The caller, and behind it the site around it where that is another. */
export function countedCallers(caller: string): string[] {
  const [site = caller, network] = caller.split(NETWORK_MARK);
  return network === undefined ? [caller] : [caller, site];
}

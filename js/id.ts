/** What an id can be of; each kind has its own prefix, so that a deal can't be taken for a party. */
export type IdKind = keyof typeof prefixes;

const prefixes = {
  party: "p_", deal: "d_", interaction: "i_", member: "m_", product: "pr_", need: "n_", hesitation: "h_", promise: "pm_", complaint: "c_",
  promotion: "po_",
  quote: "q_",
  experiment: "e_",
} as const;

/** A new id, for those who have none of their own: 16 letters and digits at random after the prefix of its kind. */
export function newId(kind: IdKind): string {
  return prefixes[kind] + randomName(16);
}

/** Letters and digits at random, each as likely as any other. */
export function randomName(length: number): string {
  const letters = "0123456789abcdefghijklmnopqrstuvwxyz";
  let name = "";
  while (name.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      // The last four values of a byte would make some letters likelier than others.
      if (byte < 252 && name.length < length) name += letters[byte % letters.length];
    }
  }
  return name;
}

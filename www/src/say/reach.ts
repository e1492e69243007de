import type { ContactPoint } from "nextsale/slim";

/** The address that makes the device call or write, where there is one. */
export function reachLink({ channel, value }: ContactPoint): string | undefined {
  if (channel === "phone") return `tel:${value.replace(/[^\d+*#,;]/g, "")}`;
  // Encoded whole, so that nothing in an address can add a field to the mail.
  if (channel === "email") return `mailto:${encodeURIComponent(value).replace("%40", "@")}`;
  return undefined;
}

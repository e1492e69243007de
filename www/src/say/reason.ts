import type { ReasonView } from "nextsale/slim";

/** What is wrong, without the place where it is: for those who see that anyway. */
export function plainText({ path, text }: Pick<ReasonView, "path" | "text">): string {
  const words = text.startsWith(`${path}: `) ? text.slice(path.length + 2) : text;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import type { IconName } from "../icon/icon.ts";
import type { PlainScreen } from "../route.ts";

/** A screen that can be gone to from everywhere. */
export interface Place {
  readonly screen: PlainScreen | "board";
  readonly name: string;
  readonly icon: IconName;
}

/** Those needed all day; on a phone they have a button each. */
export const often: readonly Place[] = [
  { screen: "today", name: "Today", icon: "today" },
  { screen: "leads", name: "Leads", icon: "leads" },
  { screen: "add", name: "Add lead", icon: "add" },
  { screen: "board", name: "Board", icon: "board" },
];

/** Those needed now and then. */
export const sometimes: readonly Place[] = [
  { screen: "week", name: "Week", icon: "week" },
  { screen: "promotions", name: "Promotions", icon: "promotions" },
  { screen: "history", name: "History", icon: "history" },
  { screen: "import", name: "Import", icon: "import" },
  { screen: "duplicates", name: "Duplicates", icon: "leads" },
  { screen: "backup", name: "Backup", icon: "backup" },
  { screen: "plan", name: "Sales plan", icon: "plan" },
];

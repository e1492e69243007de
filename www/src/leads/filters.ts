import type { Band, LeadOrder, LeadsQuery, Standing } from "nextsale/slim";
import { bands, choices, orders, standings } from "../say/names.ts";

/** What of the leads is shown, and in which order. Kept in the address, so that Back leads back to it. */
export interface Filters {
  readonly search: string;
  readonly standing: Standing | "";
  readonly band: Band | "";
  readonly stage: string;
  readonly order: LeadOrder;
}

export const noFilters: Filters = { search: "", standing: "", band: "", stage: "", order: "approach" };

export function readFilters(hash: string): Filters {
  const asked = new URLSearchParams(hash.split("?")[1] ?? "");
  return {
    search: asked.get("search") ?? "",
    standing: known(asked.get("standing"), standings) ?? "",
    band: known(asked.get("band"), bands) ?? "",
    stage: asked.get("stage") ?? "",
    order: known(asked.get("order"), orders) ?? "approach",
  };
}

export function writeFilters(filters: Filters): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== noFilters[name as keyof Filters]) asked.set(name, String(value));
  }
  return `#/leads${asked.size > 0 ? `?${asked}` : ""}`;
}

export function isFiltered({ search, standing, band, stage }: Filters): boolean {
  return search + standing + band + stage !== "";
}

export function leadsQuery(filters: Filters, limit: number): { type: "leads" } & LeadsQuery {
  const search = filters.search.trim();
  return {
    type: "leads",
    order: filters.order,
    limit,
    ...(search && { search }),
    ...(filters.standing && { standings: [filters.standing] }),
    ...(filters.band && { bands: [filters.band] }),
    ...(filters.stage && { stages: [filters.stage] }),
  };
}

function known<Name extends string>(name: string | null, names: Readonly<Record<Name, string>>): Name | undefined {
  return choices(names).find(([one]) => one === name)?.[0];
}

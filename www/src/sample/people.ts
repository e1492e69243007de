import type { SourceMethod } from "nextsale/slim";

/** Somebody of the sample: invented, with numbers that are kept free for stories and an address that leads nowhere. */
export interface SamplePerson {
  readonly name: string;
  readonly organisation: string;
  readonly title: string;
  readonly method: SourceMethod;
  readonly metDaysAgo: number;
  readonly zone?: string;
}

export const people: readonly SamplePerson[] = [
  { name: "Ada Okafor", organisation: "Brightwater Clinics", title: "Operations lead", method: "website", metDaysAgo: 40 },
  { name: "Bruno Castellanos", organisation: "Casa Verde Foods", title: "Owner", method: "event", metDaysAgo: 38 },
  { name: "Chiara Moretti", organisation: "Moretti Interiors", title: "Managing director", method: "referral", metDaysAgo: 30 },
  { name: "Dmitri Sokolov", organisation: "Northlight Logistics", title: "Head of fleet", method: "coldCall", metDaysAgo: 28 },
  { name: "Emeka Balogun", organisation: "Balogun & Daughters", title: "Founder", method: "localNetworking", metDaysAgo: 26 },
  { name: "Freya Lindqvist", organisation: "Fjordline Tours", title: "Sales director", method: "website", metDaysAgo: 22 },
  { name: "Gökçe Yılmaz", organisation: "Anatolia Print", title: "Production manager", method: "advertising", metDaysAgo: 20 },
  { name: "Hana Kobayashi", organisation: "Kobayashi Ceramics", title: "Studio head", method: "influencer", metDaysAgo: 18, zone: "Asia/Tokyo" },
  { name: "Ibrahim Saleh", organisation: "Delta Agro", title: "Purchasing", method: "event", metDaysAgo: 12 },
  { name: "Júlia Ferreira", organisation: "Padaria Central", title: "Owner", method: "walkIn", metDaysAgo: 9, zone: "America/Sao_Paulo" },
  { name: "Kofi Mensah", organisation: "Mensah Motors", title: "Workshop manager", method: "existingCustomer", metDaysAgo: 45 },
  { name: "Léa Dubois", organisation: "Atelier Dubois", title: "Architect", method: "referral", metDaysAgo: 16 },
  { name: "Mahsa Karimi", organisation: "Karimi Dental", title: "Practice owner", method: "website", metDaysAgo: 4 },
  { name: "Noah Whitfield", organisation: "Whitfield Estates", title: "Partner", method: "directSolicitation", metDaysAgo: 1, zone: "America/New_York" },
];

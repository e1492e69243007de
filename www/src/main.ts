import "./shell/next-sale.ts";

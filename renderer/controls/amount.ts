export { amount } from "../../annotations/text/amount.ts";

import { z } from "zod";

/** The version of the file format that this program writes. Every file on disk carries it. */
export const SCHEMA_VERSION = 2;

export const SchemaVersion = z.literal(SCHEMA_VERSION);

import { z } from "zod";

// zod compiles schemas with `new Function` where it may; the page's content security policy forbids that, and even
// the attempt is reported as a violation. Imported before anything that makes a schema.
z.config({ jitless: true });

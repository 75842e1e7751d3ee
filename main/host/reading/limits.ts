/** The largest file that is read as a whole, in bytes: the JSON of 100,000 marks with their articles is half of that. */
export const MOST_TEXT_BYTES = 256 * 1024 * 1024;

/** The longest line of a file that is read line by line, in UTF-16 units. */
export const MOST_LINE_CHARACTERS = 16 * 1024 * 1024;

/** How many files a folder or an archive may have. */
export const MOST_FILES = 1_000;

/**
 * What an archive may hold at most: bytes of one entry and of all, and how many times more than it takes itself. The XML of
 * a REFI-QDA project is parsed a part after the other and may be as large as all: 250,000 marks of ours.
 */
export const ARCHIVE_LIMITS = { entry: 50 * 1024 * 1024, all: 200 * 1024 * 1024, ratio: 200 } as const;

/** Below this size, in bytes, nobody minds how well an entry was packed. */
export const SMALL_ENTRY = 64 * 1024;

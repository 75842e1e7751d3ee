/** Names told apart: of those that are the same, the second and later get ` (2)` and so on. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const given = new Set(names);
  const taken = new Set<string>();
  return names.map((plain) => {
    let name = plain;
    for (let n = 2; taken.has(name) || (name !== plain && given.has(name)); n++) name = `${plain} (${n})`;
    taken.add(name);
    return name;
  });
}

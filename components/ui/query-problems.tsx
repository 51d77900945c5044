interface QueryProblemsProps {
  readonly problems: readonly { readonly parameter: string; readonly message: string }[];
}

/** Says which parts of an address were not understood, so that a list is not taken for a filtered one. */
export function QueryProblems({ problems }: QueryProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <ul role="alert" className="rounded-md border border-unknown bg-surface px-4 py-2 text-sm">
      {problems.map(({ parameter, message }) => (
        <li key={parameter}>{message} It was left out.</li>
      ))}
    </ul>
  );
}

/** Headed paragraphs of a page of text. */
export const TextSections = ({ sections }: { sections: readonly (readonly [heading: string, text: string])[] }) =>
  sections.map(([heading, text]) => (
    <section key={heading}>
      <h2>{heading}</h2>
      {text.split('\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  ))

/** The colours of GOV.UK Frontend's tags; without one the tag has the brand's. */
export type TagColour =
  'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

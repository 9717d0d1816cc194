/** What every field shows around its control. */
export type FieldProps = {
  /** The name of the field, always present for assistive technology. */
  label: string;
  /** One sentence under the control that helps to fill it in. */
  hint?: string | undefined;
  /** What is wrong and how to correct it; marks the field as invalid. */
  error?: string | null | undefined;
  /** Adds "không bắt buộc" after the label. Required fields carry no mark: most fields are required. */
  optional?: boolean | undefined;
  /** Hides the label from sight where the place already says it. */
  hideLabel?: boolean | undefined;
  /** The id of the control; generated when absent. */
  id?: string;
};

/** The attributes that tie a control to its hint and error. */
export type FieldLinks = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

// The tables of what HR keeps of people for comparing groups.

export interface AttributeRow {
  id: string;
  name: string;
  /** JSON array of the values that people may have. */
  allowed: string;
  createdAt: string;
}
export interface PersonAttributeRow {
  attributeId: string;
  personId: string;
  value: string;
  changedAt: string;
}

export interface AttributesTables {
  attributes: AttributeRow;
  personAttributes: PersonAttributeRow;
}

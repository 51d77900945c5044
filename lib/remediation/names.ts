/** A name as Terraform takes it for a resource: a letter or an underscore, then letters, digits, underscores and dashes. */
export function terraformName(name: string): string {
  return name.replaceAll(/[^\w-]/g, "_").replace(/^(?![A-Za-z_])/, "_");
}

/** A logical id of CloudFormation: letters and digits alone. */
export function logicalId(kind: string, name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${kind}${words.join("")}`;
}

declare module "yaml-cfn" {
  /** YAML with the short forms of CloudFormation's functions. */
  export function yamlParse(text: string): unknown;
}

/** The frameworks that controls are named by, spelt once. */
export const framework = {
  securityHub: "AWS Security Hub (FSBP)",
  nist: "NIST SP 800-53 r5",
  cisControls: "CIS Controls 8.1",
  cisAws: "CIS AWS Foundations",
  pci: "PCI DSS 4.0.1",
  iso: "ISO/IEC 27001:2022",
  soc2: "SOC 2",
  wellArchitected: "AWS Well-Architected",
} as const;

/** The checks that leave aside who administers an account, or can make itself one who does, in one step. */
export const asideForAdministrators = [
  "KDS-LP-02",
  "KDS-LP-03",
  "KDS-LP-04",
  "KDS-LP-05",
  "KDS-LP-07",
  "KDS-SOD-01",
  "KDS-SOD-02",
  "KDS-SOD-03",
  "KDS-SOD-04",
  "KDS-SOD-05",
  "KDS-SOD-06",
  "KDS-CRED-03",
  "KDS-CRED-04",
  "KDS-NET-05",
  "KDS-OPS-06",
];

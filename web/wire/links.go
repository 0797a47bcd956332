package wire

// LinkState says whether a link to a report can be used.
type LinkState string

// The states of a link.
const (
	LinkOpen    LinkState = "open"
	LinkRevoked LinkState = "revoked"
	LinkExpired LinkState = "expired"
)

// ReportLink is a link to a session's report, for readers.
type ReportLink struct {
	Token string    `json:"token"`
	URL   string    `json:"url"`   // what readers open
	Label string    `json:"label"` // for whom it is; may be ""
	Room  bool      `json:"room"`  // the one that phones and the printed report have
	State LinkState `json:"state"`
	Made  int64     `json:"made"`  // Unix milliseconds
	Until int64     `json:"until"` // Unix milliseconds: when it stops working by itself; 0 as long as that is not known
}

// ReportLinks is GET /api/sessions/:id/links: all links to a session's report, the newest first.
type ReportLinks struct {
	Links []ReportLink `json:"links"`
}

// NewReportLink is POST /api/sessions/:id/links; a ReportLink answers it with 201.
type NewReportLink struct {
	Label string `json:"label"`
	Room  bool   `json:"room"` // in the place of the one that phones and the printed report have
	Days  int    `json:"days"` // how long it works, 1–366; 0: as long as there are results
}

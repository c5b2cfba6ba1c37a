package app

// Evidence is a place in the notice and its words (证据). Offsets count runes of the text as given, from 0;
// Text is exactly what stands in [Start, End).
type Evidence struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Match is a duty that may cover a demand (清单匹配), with the words that met.
type Match struct {
	Part       Part       `json:"list_kind"`
	ItemNo     string     `json:"item_no"`
	ItemName   string     `json:"item_name"`
	Department string     `json:"department,omitempty"`
	Score      float64    `json:"score"` // 0 to 1
	Evidence   []Evidence `json:"evidence"`
}

// Finding is a rule that a demand breaks (问题).
type Finding struct {
	Code     string     `json:"code"`
	Title    string     `json:"title"`
	Basis    string     `json:"basis"`
	Severity Severity   `json:"severity"`
	Role     Role       `json:"role"`
	Evidence []Evidence `json:"evidence"`
	// Point and Advice are the office's own words for a paper, empty where those of the program are printed.
	Point  string `json:"point,omitempty"`
	Advice string `json:"advice,omitempty"`
	// Number is the number of the rule where the office set another than the usual one (不足三个工作日); else 0.
	Number int `json:"number,omitempty"`
	// Related are the IDs of earlier notices that the finding rests on, for the codes that look into the ledger.
	Related []string `json:"related,omitempty"`
}

// Deadline is until when a demand must be done or reported (时限). Time is HH:MM, or empty where only the day is known.
type Deadline struct {
	Date Date   `json:"date"`
	Time string `json:"time,omitempty"`
	Text string `json:"text"`
}

// Doubt stands where the program was unsure: the two best readings, how near they are, and what would decide.
type Doubt struct {
	Rivals   []string `json:"rivals"`
	Gap      float64  `json:"gap"`
	Question string   `json:"question"`
}

// Demand is one thing that a notice asks of the office (事项), as the check sees it.
type Demand struct {
	Start      int       `json:"start"`
	End        int       `json:"end"`
	Text       string    `json:"text"`
	Kind       Kind      `json:"kind"`
	Part       Part      `json:"list_kind"`
	Verdict    Verdict   `json:"verdict"`
	Confidence float64   `json:"confidence"`
	Deadline   *Deadline `json:"deadline,omitempty"`
	Matches    []Match   `json:"matches"`
	Findings   []Finding `json:"findings"`
	Reasons    []string  `json:"reasons"`
	Doubt      *Doubt    `json:"doubt,omitempty"`
	Gist       string    `json:"gist,omitempty"` // a short name of the demand for lists, at most about 20 characters
	// Precedent is an earlier decision of the office on a like demand, where there is one (先例).
	Precedent *Recalled `json:"precedent,omitempty"`
}

// Fields are the particulars read from a notice (要素); what the text does not give is empty.
type Fields struct {
	Issuer      string `json:"issuer,omitempty"`
	DocNo       string `json:"doc_no,omitempty"`
	Title       string `json:"title,omitempty"`
	DocDate     string `json:"doc_date,omitempty"` // 成文日期, YYYY-MM-DD
	Deadline    string `json:"deadline,omitempty"` // YYYY-MM-DD
	Contact     string `json:"contact,omitempty"`
	Phone       string `json:"phone,omitempty"`
	MeetingTime string `json:"meeting_time,omitempty"` // YYYY-MM-DD HH:MM
	Place       string `json:"place,omitempty"`
	// Places tells for each field, by its json name, the words of the notice it was read from.
	Places map[string]Evidence `json:"places,omitempty"`
}

// Check is the comparison of one notice with the lists, registers and rules in force on the day received (比对).
type Check struct {
	ID         string    `json:"id"`
	Kind       Kind      `json:"kind"`
	Part       Part      `json:"list_kind"`
	Verdict    Verdict   `json:"verdict"`
	Confidence float64   `json:"confidence"`
	Matches    []Match   `json:"matches"`
	Findings   []Finding `json:"findings"`
	Demands    []Demand  `json:"demands"`
	Fields     Fields    `json:"fields"`
	Reasons    []string  `json:"reasons"`
	// Gathering is what the notice says of its meeting; nil where it is none.
	Gathering *Gathering `json:"gathering,omitempty"`
	// Cap names the caps that held the advice back, in words for the band; empty where none did.
	Cap []string `json:"cap,omitempty"`
	// Emergency is set for a notice about a running emergency (防汛, 火情 …): a short time is then no finding.
	Emergency bool `json:"emergency,omitempty"`
	// Versions are the lists, registers, rule packs and precedents that were used, so that the check can be repeated.
	Versions []Version `json:"versions,omitempty"`
}

// Version names a source that a check used: its title, number, date and the SHA-256 of its content.
type Version struct {
	What   string `json:"what"` // list, register:form, rules, precedent …
	Title  string `json:"title"`
	DocNo  string `json:"doc_no,omitempty"`
	From   Date   `json:"from,omitzero"`
	Digest string `json:"digest,omitempty"`
}

package app

// Gathering is what a notice says of a meeting beside time and place, and whether the year's plan has it. It is told as a
// fact; what is wrong with it stands in the findings.
type Gathering struct {
	Span   string   `json:"span,omitempty"`   // 会期, as written: 半天, 2个小时
	Attend string   `json:"attend,omitempty"` // 参会范围, as written
	Levels []string `json:"levels,omitempty"` // 层级, from the one that calls it down to the last one that is to hold or attend it: 县, 乡镇, 村
	// Plan is the meeting of the year's plan (年度会议计划) that this one is; Unplanned tells that a complete plan in force has
	// none like it. Without either nobody looked: no such plan is at hand.
	Plan      string `json:"plan,omitempty"`
	Unplanned bool   `json:"unplanned,omitempty"`
}

package app

// Person is somebody of the office (人员), known from a day to a day. Papers keep copies of names, so that old papers
// do not change when somebody leaves.
type Person struct {
	Name     string `json:"name"`
	Post     string `json:"post,omitempty"`     // 分管副镇长
	Clerk    bool   `json:"clerk,omitempty"`    // 经办人
	Approver bool   `json:"approver,omitempty"` // 审定人
	From     Date   `json:"from,omitzero"`      // zero: always
	To       Date   `json:"to,omitzero"`        // 离岗日期, the last day in office; zero: still
}

// InOffice tells whether the person holds the post on day d.
func (p Person) InOffice(d Date) bool {
	return (p.From.IsZero() || !d.Before(p.From)) && (p.To.IsZero() || !p.To.Before(d))
}

package paper

import "strings"

// fill writes a template: {name} takes a value; [ … ] is left out whole where a value in it is missing; | parts
// alternatives, of which the first whose values are all known is taken. Where none is, the result is empty.
func fill(template string, values map[string]string) string {
	for _, alt := range strings.Split(template, "|") {
		if s, ok := fillOne(alt, values); ok {
			return s
		}
	}
	return ""
}

// fillOne writes one alternative; ok is false where a value outside brackets is missing.
func fillOne(template string, values map[string]string) (string, bool) {
	var out strings.Builder
	for template != "" {
		at := strings.IndexAny(template, "[{")
		if at < 0 {
			out.WriteString(template)
			break
		}
		out.WriteString(template[:at])
		open := template[at]
		template = template[at+1:]
		end := strings.IndexByte(template, map[byte]byte{'[': ']', '{': '}'}[open])
		if end < 0 { // an unclosed mark is text
			out.WriteByte(open)
			continue
		}
		inner := template[:end]
		template = template[end+1:]
		if open == '[' {
			if s, ok := fillOne(inner, values); ok {
				out.WriteString(s)
			}
			continue
		}
		v := values[inner]
		if v == "" {
			return "", false
		}
		out.WriteString(v)
	}
	return out.String(), true
}

// textNames are the single sentences that the writer uses; LoadWording asks for each.
var textNames = []string{
	"list", "list_from", "sample", "draft", "items_note", "keep_on", "keep_basic", "opinion_keep", "opinion_keep_open",
	"opinion_escalate", "opinion_meanwhile", "reply", "doubt", "doubt_request", "plain_question", "plain_request",
	"meanwhile", "meanwhile_reading", "meanwhile_leading", "open_end_request", "no_deadline", "means", "talk",
	"not_borne", "borne", "escalated", "raised", "raised_village", "handled_by", "as_before", "omitted", "shortened", "proof_lines", "proof_tells", "copies",
	"appended", "archive_stays", "archive_foot", "attachment_only", "attachment_whole", "letter_opening", "letter_list", "letter_taken", "letter_off", "letter_help", "letter_against",
	"talk_opening", "talk_demand", "talk_fact", "talk_ask", "talk_doubt", "talk_doubt_ask",
	"consult_opening", "consult_off", "consult_doubt", "consult_admission", "consult_clarify", "consult_meeting", "consult_meanwhile",
	"comment_opening", "comment_none", "adjust_request", "adjust_off", "adjust_off_why", "adjust_doubt", "adjust_doubt_why",
	"adjust_taken", "adjust_help", "comment_report",
	"assess_off", "assess_near", "assess_questions", "assess_boxes", "assess_outcomes", "assess_unsaid", "assess_said", "assess_until", "assess_powers",
	"assess_none", "assess_advice", "case_name", "case_story", "case_handled", "case_advice", "case_foot",
	"twin", "twin_draft", "twin_month",
	"support_taken", "support_help", "support_basic", "support_event", "support_received", "support_ask_taken", "support_ask_help",
	"support_ask", "support_emergency", "support_urgent", "support_usual", "support_foot",
	"letter_item", "letter_keep", "letter_change", "letter_reply", "letter_enclosure", "letter_note",
}

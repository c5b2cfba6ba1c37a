package kit

import (
	"yidanqing/app/inquire"
	"yidanqing/ui/theme"
)

// ActionIcon is the sign of a next step, the same in the ledger and in 待反馈.
func ActionIcon(k inquire.ActionKind) string {
	switch k {
	case inquire.ActionApprove:
		return theme.IconSign
	case inquire.ActionDeliver:
		return theme.IconUp
	case inquire.ActionReply:
		return theme.IconEdit
	case inquire.ActionTogether:
		return theme.IconEscalate
	case inquire.ActionReport:
		return theme.IconChart
	case inquire.ActionIssue, inquire.ActionEscalate:
		return theme.IconPaper
	case inquire.ActionTalk:
		return theme.IconTalk
	case inquire.ActionReopen:
		return theme.IconUndo
	case inquire.ActionDecide:
		return theme.IconInbox
	}
	return theme.IconCheck
}

package notice

import (
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/text"
)

// longNotice is a text of about five megabytes: one letter, many times over.
func longNotice(unit string) string { return strings.Repeat(unit, 5<<20/len(unit)+1) }

func benchmarkFields(b *testing.B, unit string) {
	raw := longNotice(unit)
	cal := workdays(b)
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		ReadFields(ParseLetter(text.New(raw)), app.Date{Year: 2026, Month: 3, Day: 18}, cal)
	}
}

func BenchmarkFieldsOfALongLetter(b *testing.B) {
	benchmarkFields(b, "（一）各乡镇于4月10日前摸底，由县水利局4月20日前复核，联系人：贺文昌，电话：8260417。\n　　二是把名单报县防办，明天上午9点在三楼会议室开会。\n")
}

func BenchmarkFieldsOfALongLine(b *testing.B) {
	benchmarkFields(b, "各乡镇4月10日前摸底，每月25日前报县水利局，请云岭镇支援，")
}

func BenchmarkFieldsOfAMessage(b *testing.B) {
	cal := workdays(b)
	for b.Loop() {
		ReadFields(ParseLetter(text.New("@所有人 县农业农村局通知：撂荒地台账该更新了，一表通里那张，没变化的不用动。周五前弄完哈，弄完群里扣个1就行🙏")), app.Date{Year: 2026, Month: 3, Day: 18}, cal)
	}
}

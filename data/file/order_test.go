package file_test

import (
	"slices"
	"testing"

	"yidanqing/data/file"
)

func TestNamesStandBySound(t *testing.T) {
	want := []string{"县城管执法局", "县大数据中心", "县妇联", "县林业局", "县民政局", "县农业农村局", "县市场监管局", "县水利局", "县卫健局", "县应急管理局", "县住建局", "堃县某局"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, file.CompareNames)
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if file.CompareNames("县妇联", "县妇联") != 0 {
		t.Error("a name differs from itself")
	}
}

package judge

import (
	"encoding/json"

	"yidanqing/app"
	"yidanqing/app/duty"
)

// Weights are the few numbers learned from labelled cases (yidanqing learn).
type Weights struct {
	Match duty.Weights
}

type weightsFile struct {
	About string             `json:"about,omitempty"`
	Match map[string]float64 `json:"match"`
	None  map[string]float64 `json:"none"`
}

// ReadWeights reads the weights file. An unknown or missing name is an error.
func ReadWeights(data []byte) (Weights, error) {
	var f weightsFile
	if err := json.Unmarshal(data, &f); err != nil {
		return Weights{}, app.WrapError(app.CodeInvalid, err, "权重文件不能读取，请重新安装程序。")
	}
	var w Weights
	for i, name := range duty.FeatureNames {
		v, ok := f.Match[name]
		if !ok {
			return Weights{}, app.Errorf(app.CodeInvalid, "权重文件缺少“%s”，请重新安装程序。", name)
		}
		w.Match.W[i] = v
	}
	for _, x := range noneWeights(&w) {
		v, ok := f.None[x.name]
		if !ok {
			return Weights{}, app.Errorf(app.CodeInvalid, "权重文件缺少“none.%s”，请重新安装程序。", x.name)
		}
		*x.to = v
	}
	return w, nil
}

type namedWeight struct {
	name string
	to   *float64
}

func noneWeights(w *Weights) []namedWeight {
	return []namedWeight{{"constant", &w.Match.None}, {"known", &w.Match.NoneKnown}, {"meaning", &w.Match.NoneMeaning}}
}

// Marshal writes the weights file.
func (w Weights) Marshal(about string) ([]byte, error) {
	f := weightsFile{About: about, Match: map[string]float64{}, None: map[string]float64{}}
	for _, x := range noneWeights(&w) {
		f.None[x.name] = *x.to
	}
	for i, name := range duty.FeatureNames {
		f.Match[name] = w.Match.W[i]
	}
	return json.MarshalIndent(f, "", "  ")
}

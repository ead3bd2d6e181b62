### Machine-translated from English; corrections by native speakers are welcome.

running-uploading = המכשיר { $device } שולח לכאן את כל האוסף שלו: { $size } עד כה.
running-downloading = המכשיר { $device } מקבל את כל האוסף: { $size } עד כה.
running-media = המכשיר { $device } מסנכרן מדיה: קבצים מהמכשיר: { NUMBER($received-count) } ({ $received-size }), מהמחשב הזה: { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = המכשיר { $device } מסתנכרן: שינויים מהמכשיר: { NUMBER($received-count) }, מהמחשב הזה: { NUMBER($sent-count) }.
